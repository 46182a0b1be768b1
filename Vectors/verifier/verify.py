"""Judges one text or file by hand; see justificatif_verify/command_line.py."""

import sys

from justificatif_verify.command_line import main

if __name__ == "__main__":
    sys.exit(main())
