"""What the hub links to outside itself: which addresses, whether they answer, and what readers are told."""
