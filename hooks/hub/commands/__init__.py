"""The commands of ``hub``, one file each; COMMANDS lists them."""

from .check import check
from .links import links
from .new import new
from .release import release
from .stage import stage
from .summary import summary

COMMANDS = (check, new, stage, release, links, summary)
