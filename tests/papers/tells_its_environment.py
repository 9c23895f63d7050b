"""Started in the place of the compiler: says what it was given besides its job."""

import json
import os
import sys

json.dump({"fault": str(sorted(set(os.environ) - {"LC_CTYPE"}))}, sys.stdout)
