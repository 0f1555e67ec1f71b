function remindLater(n) {
  setTimeout(() => console.log('reminder', n), 10);
}

exports.handler = async (event) => {
  const n = Number(event.n);
  remindLater(n);
  return 'OK';
};
