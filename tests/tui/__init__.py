"""The reading screen, on an event told by five invented outlets (:mod:`tui.story`)."""
