"""`make portail`: the portal with its neighbours on loopback, until Ctrl-C."""

import signal
import sys

from town import Town


def main() -> None:
    town = Town(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8400)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"Portail : {town.origin}/  (personnes imaginaires ; Ctrl-C arrête tout)", flush=True)
    try:
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        town.close()


if __name__ == "__main__":
    main()
