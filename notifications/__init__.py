"""Who is told what: the inbox and the mail. Listens to all, imported by none."""
