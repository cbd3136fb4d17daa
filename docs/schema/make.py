"""Write the JSON Schema of the report anew: python docs/schema/make.py."""

import json
from pathlib import Path

from compare.model.schema import json_schema

Path(__file__).with_name("compare-1.json").write_text(json.dumps(json_schema(), indent=2) + "\n")
