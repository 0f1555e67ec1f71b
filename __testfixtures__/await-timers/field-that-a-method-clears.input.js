class Buffered {
  add(line) {
    this.timer = setTimeout(() => console.log(line), 5);
  }

  flush() {
    clearTimeout(this.timer);
  }
}

exports.handler = async (event) => {
  const lines = new Buffered();
  lines.add(event.n);
  lines.flush();
  return 'OK';
};
