"""The people of the house in Django's admin site: for administrators, every change through an action."""
