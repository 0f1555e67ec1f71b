const lookUp = async (n) => {
  if (n > 1) throw new Error('not there');
  return { n };
};

exports.handler = async (event) => {
  const watchdog = setTimeout(() => console.error('slow'), 500);
  try {
    const found = await lookUp(event.n);
    return found;
  } finally {
    clearTimeout(watchdog);
  }
};
