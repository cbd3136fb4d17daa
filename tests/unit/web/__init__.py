"""Fetching, against a server on this machine. No test leaves it, or touches what the user keeps."""
