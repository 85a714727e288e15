@echo off
rem "nightguard ..." in the terminal, by the installed application.
"%~dp0..\Nightguard.exe" --no-sandbox --no-zygote --log-level=3 --cli -- %*
exit /b %ERRORLEVEL%
