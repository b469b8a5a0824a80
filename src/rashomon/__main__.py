"""``python -m rashomon``: the command line."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from rashomon.cli import run_cli

    run_cli()


if __name__ == "__main__":
    main()
