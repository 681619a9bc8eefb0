"""The site. `make docs` builds it; a warning is an error."""

import sys
from pathlib import Path

from docutils.utils.smartquotes import smartchars

from psm_core import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "psm-core"
author = "The psm-core developers"
project_copyright = "The psm-core developers"
release = __version__
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "api_pages",
    "attribute_docstrings",
    "changelog",
    "code_blocks",
    "code_links",
    "inline_pictures",
    "issue_codes",
    "law_table",
    "record_fields",
    "vocabularies",
]
exclude_patterns = ["_build", "_ext", "_templates", "locale"]
templates_path = ["_templates"]
locale_dirs = ["locale"]
smartchars.quotes.setdefault("id", "“”‘’")  # docutils has none for Indonesian
gettext_compact = False
gettext_allow_fuzzy_translations = True  # better than English; tools/build_catalogs.py lists them
# Python's own documents are linked to by a short table of ours, so building asks nobody.
intersphinx_mapping = {"python": ("https://docs.python.org/3", "python.inv")}
html_theme = "furo"
pygments_dark_style = "a11y-high-contrast-dark"  # no underlined names
html_static_path = ["_static"]
html_context = {"translated": {"index", "explanation/glossary", "reference/codes", "search"}}
html_extra_path = ["llms.txt"]
html_css_files = ["site.css"]
html_js_files = ["copy-id.js"]
html_search_scorer = str(Path(__file__).parent / "_static" / "search-scores.js")
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
        "sidebar/language.html",
    ]
}
html_title = f"psm-core {release}"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
maximum_signature_line_length = 80
autodoc_inherit_docstrings = True
default_role = "code"
python_use_unqualified_type_names = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = ["Source"]
napoleon_use_ivar = True

# Private classes have no page, and neither has what the type hints of other packages name.
nitpick_ignore_regex = [
    (
        "py:.*",
        r"(hypothesis|enum|typing|types|abc|cattrs|attrs?|click|django|fastapi|import_export|litestar|logging|pa|rest_framework|sqlalchemy)\b.*",
    ),
    ("py:.*", r".*\b_\w+.*"),
    ("py:.*", r"psm_core\.\w+\.[a-z_.]+\.[A-Z]\w*|psm_core\.forms\.T"),
    (
        "py:.*",
        r"(T|Self|Language|Book|Steps|optional|str|int|bool|tuple|frozenset|dict|None|object|bytes)\b.*",
    ),
    ("py:.*", r"(KeyError|LookupError|ValueError|TypeError|NotImplementedError)"),
]
