"""The screens: :mod:`~compare.tui.screens.main` with the panes, and the dialogs that are laid over it."""
