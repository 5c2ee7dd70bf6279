"""`python -m aftermath`: the command line, where the installed command is not on the path."""

from aftermath.cli import main

if __name__ == "__main__":
    main()
