"""Cases, referrals and case files."""
