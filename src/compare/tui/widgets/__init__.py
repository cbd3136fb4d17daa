"""What the comparison screen is made of: panes, card, the lines around them. All of it draws, none of it decides."""
