@echo off
setlocal
for %%I in ("%~dp0..") do set "STOWAGE_HOME=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Djava.util.logging.config.file=%STOWAGE_HOME%\conf\logging.properties" "-Dstowage.home=%STOWAGE_HOME%" %STOWAGE_JAVA_OPTIONS% -jar "%STOWAGE_HOME%\lib\stowage-launcher.jar" %*
exit /b %ERRORLEVEL%
