function remindLater(n) {
  setTimeout(() => console.log('reminder', n), 10);
}

function remindAll(event) {
  remindLater(event.n);
  console.log('reminded');
}

exports.handler = async (event) => {
  remindAll(event);
  console.log('more to do');
  return 'OK';
};
