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
# What the Basic of a test is put in: each step changes "document", which is then written as text.
FRAME = '''
Function Property(name, value)
  Dim result As New com.sun.star.beans.PropertyValue
  result.Name = name
  result.Value = value
  Property = result
End Function

Sub Dispatch(document, command)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
End Sub
{steps}
Sub Change
  On Error Goto Failed
{calls}
Failed:
  StarDesktop.terminate
End Sub
'''
STEP = '''
Sub Step{number}
  document = StarDesktop.loadComponentFromURL(ConvertToURL("{source}"), "_blank", 0, Array(Property("Hidden", True)))
{basic}
  document.storeToURL(ConvertToURL("{target}"), Array(Property("FilterName", "Text (encoded)"), _
                                                      Property("FilterOptions", "UTF8")))
  document.close(True)
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


def _read(path):
    with open(path, encoding='utf-8-sig') as file:
        return file.read()


def convert_to_text(folder, paths):
    """What each document says as text."""
    convert(folder, 'txt:Text (encoded):UTF8', *paths)
    return [_read(os.path.splitext(path)[0] + '.txt') for path in paths]


def change_all(folder, steps):
    """What each document says as text after lines of Basic; steps: pairs of path and Basic. Something has to be converted
    before: in a profile that is new LibreOffice does not find Basic."""
    library = os.path.join(folder, 'profile', 'user', 'basic')
    os.makedirs(os.path.join(library, 'Standard'), exist_ok=True)
    targets = [os.path.join(folder, f'changed-{number}.txt') for number in range(len(steps))]
    subs = ''.join(STEP.format(number=number, source=path, basic=basic, target=targets[number])
                   for number, (path, basic) in enumerate(steps))
    module = FRAME.format(steps=subs, calls='\n'.join(f'  Step{number}' for number in range(len(steps))))
    for name, content in (('script.xlc', LIBRARIES), ('Standard/script.xlb', LIBRARY),
                          ('Standard/Test.xba', MODULE.format(escape(module)))):
        with open(os.path.join(library, name), 'w', encoding='utf-8') as file:
            file.write(content)
    _run(folder, 'macro:///Standard.Test.Change()')
    return [_read(target) for target in targets]


def change(folder, path, basic):
    """The same of one document."""
    return change_all(folder, [(path, basic)])[0]
