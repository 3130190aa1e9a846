"""Whether work grows with what it is done on, told from two sizes so that a slow machine does not matter."""

import time


def growth(work, few, times=4):
    """Give how many times as long some work takes on so many times as much; straight growth gives about `times`."""
    return _seconds(work, few * times) / _seconds(work, few)


def _seconds(work, size):
    def once():
        start = time.process_time()
        work(size)
        return time.process_time() - start

    return min(once() for _ in range(3))
