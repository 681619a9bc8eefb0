"""Write the list of public names that a test compares with the package."""

import sys

from _generated import ROOT, write_or_compare
from check_examples import FACES

LIST = ROOT / "tests" / "project" / "public.txt"

if __name__ == "__main__":
    names = [f"{module.__name__}.{name}" for module in FACES for name in sorted(module.__all__)]
    write_or_compare(
        {LIST: "".join(f"{name}\n" for name in names).encode()}, check="--check" in sys.argv
    )
