"""Pictures of pages with a headless Chromium."""

import shutil
import subprocess
from pathlib import Path


def take(address: str, picture: Path, size: tuple[int, int], folder: Path) -> None:
    """Write the picture of the page at an address. The folder is for temporary files."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    # Chromium has a smallest window of 500 pixels, so a phone is a frame in a window.
    frame = folder / "frame.html"
    frame.write_text(
        f'<body style="margin:0"><iframe src="{address}" style="border:0;width:{size[0]}px;'
        f'height:{size[1]}px"></iframe>',
        "utf-8",
    )
    options = ("--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu", "--lang=id")
    options += ("--virtual-time-budget=10000",)  # waits until the frame is complete
    command = [chromium, *options, f"--user-data-dir={folder / 'profile'}"]
    command += [f"--screenshot={picture}", f"--window-size={size[0]},{size[1]}", frame.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
