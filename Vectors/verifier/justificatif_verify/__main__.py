"""`python3 -m justificatif_verify`: judges one input by hand."""

import sys

from .command_line import main

sys.exit(main())
