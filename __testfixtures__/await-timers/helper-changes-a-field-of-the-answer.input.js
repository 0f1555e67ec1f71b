class Visits {
  count = 0;

  later() {
    setTimeout(() => {
      this.count += 1;
    }, 20);
  }

  handle() {
    this.later();
    return this.count;
  }
}

const visits = new Visits();

exports.handler = async (event) => {
  const count = visits.handle();
  return count;
};
