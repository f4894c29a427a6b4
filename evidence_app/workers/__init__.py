"""Disposable processes: one task, one process, then it is gone.

What lives here: the pool that starts, watches and kills them, the limits they accept before they see a foreign
byte, the frames they speak, the schema their answers must fit. Home of pypdfium2.

What may not: anything that knows a record or a key. A task is named by a dotted string and imported in the
child, so that the floors above can be run without being imported. An answer is JSON and bytes, never a pickle,
because the process that wrote it may have been taken over by the file it was reading.
"""
