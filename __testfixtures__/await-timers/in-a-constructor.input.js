class Report {
  constructor(n) {
    this.n = n;
    setTimeout(() => console.log('reported', n), 5);
  }
}

exports.handler = async (event) => {
  const report = new Report(event.n);
  return report.n;
};
