#!/bin/sh
# Run by the package manager after the files are gone; also when a newer version takes their place, and then nothing is to be undone.
case $1 in upgrade | 1) exit 0 ;; esac
if [ -L /usr/bin/nightguard ] && [ "$(readlink /usr/bin/nightguard)" = /opt/Nightguard/bin/nightguard ]; then
  rm -f /usr/bin/nightguard
fi
if [ -f /etc/apparmor.d/nightguard ]; then
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; } && command -v apparmor_parser >/dev/null 2>&1; then
    apparmor_parser --remove /etc/apparmor.d/nightguard || true
  fi
  rm -f /etc/apparmor.d/nightguard
fi
exit 0
