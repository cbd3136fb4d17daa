"""Two articles as other programs keep them in JSON, and what is read of such a file."""

from __future__ import annotations

import json

from compare.loading import Source, read
from compare.loading.reading import Reading

TOLD = "The ferry left the harbour at noon with forty passengers on board.\nNobody was hurt when it ran aground.\n"
ONE = {"title": "Aground", "text": TOLD, "source": "Ledger", "url": "https://l.example/1", "published": "2025-10-15"}
OTHER = {"headline": "Stuck", "body": TOLD + "It was late.", "publisher": {"name": "Post"}, "publishedAt": "2025-10-16"}


def reading(data: object, name: str = "x.json") -> Reading:
    return read(Source(name, None, data if isinstance(data, bytes) else json.dumps(data).encode()))
