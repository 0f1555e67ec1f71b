// leaks: late-execution unsettled-promise
exports.handler = async () => {
  fetch(process.env.HTTP_URL)
    .then((response) => response.text())
    .then((text) => console.log(text));
  return 'ok';
};
