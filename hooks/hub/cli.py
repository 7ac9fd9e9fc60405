"""The command line ``hub``; each command lives in a file of its own under ``commands/``."""

import click

from .commands import COMMANDS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, extend and stage the hub's content."""


for command in COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main()
