"""`python -m meetingx`, where the command itself is not on the path."""

from meetingx.cli import main

if __name__ == "__main__":
    main()
