"""Reports: the issues of files as marked copies, as sheets, and as pages to print."""
