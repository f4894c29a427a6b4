"""What evidence is: frozen values and rules. No third-party import, no file, no clock, no window."""
