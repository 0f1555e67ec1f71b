function remindLater(event) {
  console.log('reminder', event.order.id);
  setTimeout(() => console.log('later'), 10);
}

exports.handler = async (event) => {
  remindLater(event);
  console.log('more to do');
  return 'OK';
};
