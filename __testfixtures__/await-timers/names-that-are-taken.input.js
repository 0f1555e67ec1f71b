exports.handler = async (event) => {
  const text = String(event.n);
  setTimeout(() => {
    const text = 'late';
    console.log(text);
  }, 10);
  return text;
};
