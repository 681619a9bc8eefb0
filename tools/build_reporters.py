"""Write which fields, classes and functions report each issue code, for explanations."""

import sys

from _generated import PACKAGE, ROOT, write_or_compare

sys.path.insert(0, str(ROOT / "docs" / "_ext"))

from code_facts import reporters

if __name__ == "__main__":
    lines = ["code\treported_by"]
    for code, paths in reporters().items():
        names = "; ".join(path.removeprefix("psm_core.") for path in paths)
        lines.append(f"{code}\t{names}")
    write_or_compare(
        {PACKAGE / "_data" / "reporters.tsv": ("\n".join(lines) + "\n").encode()},
        check="--check" in sys.argv,
    )
