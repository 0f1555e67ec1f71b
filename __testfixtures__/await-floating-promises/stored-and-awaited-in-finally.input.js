const note = async (n) => {
  await null;
  if (n > 1) throw new Error('not noted');
};

exports.handler = async (event, context) => {
  const noted = note(event.n);
  try {
    if (event.n > 2) throw new Error('too many');
    return event.n;
  } finally {
    await noted;
  }
};
