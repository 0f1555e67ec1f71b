const lookUp = async (n) => {
  if (n > 1) throw new Error('not there');
  return { n };
};

exports.handler = async (event) => {
  const watchdog = setTimeout(() => console.error('slow'), 500);
  await lookUp(event.n);
  clearTimeout(watchdog);
  const again = await lookUp(1);
  return again;
};
