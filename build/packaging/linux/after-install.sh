#!/bin/sh
# Run by the package manager after the files are there. Fixed paths: it is a part of the package, not of the machine.
app=/opt/Nightguard
# The terminal command. Somebody's own program of that name is left alone.
if [ ! -e /usr/bin/nightguard ] || [ -L /usr/bin/nightguard ]; then
  ln -sf "$app/bin/nightguard" /usr/bin/nightguard
fi
# Chromium locks its pages up by user namespaces; where the kernel gives none, by this helper, which then needs to be root's.
if unshare --user true 2>/dev/null; then
  chmod 0755 "$app/chrome-sandbox"
else
  chmod 4755 "$app/chrome-sandbox"
fi
# Ubuntu 24.04 and newer give user namespaces only to programs that have a profile. Older ones cannot read it, and do not need it.
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$app/resources/apparmor-profile" >/dev/null 2>&1; then
  cp -f "$app/resources/apparmor-profile" /etc/apparmor.d/nightguard
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/nightguard
  fi
fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database /usr/share/applications || true; fi
exit 0
