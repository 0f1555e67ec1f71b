function remindLater(n) {
  setTimeout(() => console.log('reminder', n), 10);
}

exports.handler = async (event) => {
  remindLater(event.n);
  event.later = remindLater;
};
