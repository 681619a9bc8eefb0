"""``python -m psm_core`` is ``psm-core``."""

from .cli import main

if __name__ == "__main__":
    main()
