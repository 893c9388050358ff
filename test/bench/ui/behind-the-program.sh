#!/bin/sh
# A browser that leaves the processor to the program: its session (autogroup) and each of its threads step back.
echo 5 2>/dev/null >/proc/self/autogroup
exec nice -n 5 "${TRUNKLINE_CHROMIUM:-/usr/bin/chromium}" "$@"
