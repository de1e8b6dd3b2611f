@echo off
rem Starts Cotejo with a Java 25 or newer that it finds by itself: the bundled runtime, COTEJO_JAVA_HOME, JAVA_HOME,
rem java on the PATH, then the usual install folders. COTEJO_JAVA_OPTS adds options, such as -Xmx4g.
rem A Java's version is read from its release file, so that looking costs no start of a Java.
setlocal EnableExtensions DisableDelayedExpansion
set "LEAST=25"
call :home
set "JAVA_EXE="

call :accept "%APP%\runtime"
rem People set these with quotes around them or without.
if not defined JAVA_EXE if defined COTEJO_JAVA_HOME call :accept "%COTEJO_JAVA_HOME:"=%"
if not defined JAVA_EXE if defined JAVA_HOME call :accept "%JAVA_HOME:"=%"
if not defined JAVA_EXE for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :accept "%%~dp$PATH:J.."
if not defined JAVA_EXE call :folder "%ProgramFiles%\Eclipse Adoptium"
if not defined JAVA_EXE call :folder "%ProgramFiles%\Java"
if not defined JAVA_EXE call :folder "%ProgramFiles%\Microsoft"
if not defined JAVA_EXE call :folder "%ProgramFiles%\Amazon Corretto"
if not defined JAVA_EXE call :folder "%ProgramFiles%\BellSoft"
if not defined JAVA_EXE call :folder "%ProgramFiles%\Zulu"
if not defined JAVA_EXE call :folder "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
if not defined JAVA_EXE call :folder "%USERPROFILE%\.jdks"
if not defined JAVA_EXE call :folder "%USERPROFILE%\.sdkman\candidates\java"
if not defined JAVA_EXE (
  >&2 echo Cotejo needs Java %LEAST% or newer and found none.
  >&2 echo Install a JDK %LEAST%, for example from https://adoptium.net, or set JAVA_HOME to the folder of one.
  exit /b 3
)

rem The program writes UTF-8; the console is told so, and gets its own code page back afterwards.
set "PAGE="
for /f "tokens=2 delims=:" %%P in ('chcp 2^>nul') do set "PAGE=%%P"
if defined PAGE chcp 65001 >nul
"%JAVA_EXE%" "@%APP%\lib\java.options" %COTEJO_JAVA_OPTS% --module-path "%APP%\lib\fx" -classpath "%APP%\lib\*" cotejo.Cotejo %*
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE:.=% >nul
exit /b %CODE%

:home
rem Asked here, because %~dp0 is the current folder in a script that was called from the PATH by its name in quotes.
set "APP=%~dp0.."
exit /b

:folder
if not exist "%~1\" exit /b
for /d %%D in ("%~1\*") do if not defined JAVA_EXE call :accept "%%~D"
exit /b

:accept
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b /c:"JAVA_VERSION=" "%~1\release"`) do set "VERSION=%%~V"
if not defined VERSION exit /b
for /f "tokens=1 delims=.-+" %%V in ("%VERSION%") do set "VERSION=%%V"
if %VERSION% GEQ %LEAST% set "JAVA_EXE=%~1\bin\java.exe"
exit /b
