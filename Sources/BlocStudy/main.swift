import Foundation

print("study")
