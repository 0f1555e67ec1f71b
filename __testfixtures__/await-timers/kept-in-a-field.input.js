class Buffered {
  add(line) {
    this.timer = setTimeout(() => console.log(line), 5);
  }
}

exports.handler = async (event) => {
  const lines = new Buffered();
  lines.add(event.n);
  return 'OK';
};
