"""The seventeen Sustainable Development Goals, by the names the United Nations give them."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

GOALS: dict[int, str | Promise] = {
    1: pgettext_lazy("goal", "No poverty"),
    2: pgettext_lazy("goal", "Zero hunger"),
    3: pgettext_lazy("goal", "Good health and well-being"),
    4: pgettext_lazy("goal", "Quality education"),
    5: pgettext_lazy("goal", "Gender equality"),
    6: pgettext_lazy("goal", "Clean water and sanitation"),
    7: pgettext_lazy("goal", "Affordable and clean energy"),
    8: pgettext_lazy("goal", "Decent work and economic growth"),
    9: pgettext_lazy("goal", "Industry, innovation and infrastructure"),
    10: pgettext_lazy("goal", "Reduced inequalities"),
    11: pgettext_lazy("goal", "Sustainable cities and communities"),
    12: pgettext_lazy("goal", "Responsible consumption and production"),
    13: pgettext_lazy("goal", "Climate action"),
    14: pgettext_lazy("goal", "Life below water"),
    15: pgettext_lazy("goal", "Life on land"),
    16: pgettext_lazy("goal", "Peace, justice and strong institutions"),
    17: pgettext_lazy("goal", "Partnerships for the goals"),
}
