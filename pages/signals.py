"""What happened to press releases and pages. Each carries `page` and `by`."""

from django.dispatch import Signal

page_proposed = Signal()  # a text waits for publication
page_published = Signal()  # also: languages, those whose text is new
page_returned = Signal()  # also: reason
page_withdrawn = Signal()  # also: reason
