"""Django's admin site is our own, see `admin_site`."""

from django.contrib.admin.apps import AdminConfig


class CentreAdminConfig(AdminConfig):
    default_site = "cooperation_center.admin_site.CentreAdminSite"
