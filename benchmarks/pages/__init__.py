"""How well the report is told from the rest of a page, next to trafilatura alone on the same pages."""
