"""The core of the hub: content files in, artefacts out. It knows no site engine (see README, "The flow")."""
