# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice as a reader: converting documents, and changing them with its own Basic."""
import os
import shutil
import subprocess
import sys
from xml.sax.saxutils import escape

LIBRARIES = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/></library:libraries>
'''
LIBRARY = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Test"/></library:library>
'''
MODULE = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Test"
 script:language="StarBasic">{}</script:module>
'''
# What the Basic of a test is put in: it changes "document", which is then written as text.
ROUND_ABOUT = '''
Function Property(name, value)
  Dim result As New com.sun.star.beans.PropertyValue
  result.Name = name
  result.Value = value
  Property = result
End Function

Sub Change(source, target)
  On Error Goto Failed
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, Array(Property("Hidden", True)))
{}
  document.storeToURL(ConvertToURL(target), Array(Property("FilterName", "Text (encoded)"), _
                                                  Property("FilterOptions", "UTF8")))
  document.close(True)
Failed:
  StarDesktop.terminate
End Sub
'''


def is_there():
    """False, and the test is skipped, where there is no LibreOffice; but $CI installs every reader."""
    if shutil.which('soffice') is None and os.environ.get('CI'):
        sys.exit('soffice is not installed')
    return shutil.which('soffice') is not None


def _run(folder, *arguments):
    """With a profile in the folder, so that no two meet."""
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--norestore', *arguments],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def convert(folder, extension, *paths):
    _run(folder, '--convert-to', extension, '--outdir', folder, *paths)


def change(folder, path, basic):
    """What the document says as text after the lines of Basic."""
    library = os.path.join(folder, 'profile', 'user', 'basic')
    os.makedirs(os.path.join(library, 'Standard'), exist_ok=True)
    for name, content in (('script.xlc', LIBRARIES), ('Standard/script.xlb', LIBRARY),
                          ('Standard/Test.xba', MODULE.format(escape(ROUND_ABOUT.format(basic))))):
        with open(os.path.join(library, name), 'w', encoding='utf-8') as file:
            file.write(content)
    target = os.path.join(folder, 'changed.txt')
    _run(folder, f'macro:///Standard.Test.Change("{path}","{target}")')
    with open(target, encoding='utf-8-sig') as file:
        return file.read()
