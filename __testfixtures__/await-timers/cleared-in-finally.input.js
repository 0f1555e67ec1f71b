exports.handler = async (event) => {
  const timer = setTimeout(() => console.error('slow'), 1000);
  try {
    return await fetch(event.url);
  } finally {
    clearTimeout(timer);
  }
};
