"""What a change does to the hub, told to an editor: two states compared, in one text the size of a comment."""
